package sample;

import java.util.List;
import org.apache.ibatis.annotations.Param;

public interface BookMapper {

    List<String> titlesOf(String author);

    int add(@Param("title") String title, @Param("author") String author);
}
